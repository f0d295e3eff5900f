/**
 * Small, not weak: fsync, full_page_writes and synchronous_commit stay as PostgreSQL ships them (on), since an answer of 200 is a
 * promise. What is turned down is what one monitor on one machine has no use for: replicas, JIT, workers, large caches.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  wal_buffers: '8MB',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '2',
  io_method: 'sync',
  random_page_cost: '1.1',
  logging_collector: 'off',
};

export const serverArguments = (port: number): string[] => [
  '-p',
  String(port),
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];
