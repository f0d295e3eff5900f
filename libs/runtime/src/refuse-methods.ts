import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemAnswer, problemType } from './refusal.js';

interface Door {
  readonly methods: readonly string[];
  readonly path: RegExp;
}

/** The doors at an address, each parameter being one part of it. */
const pathOf = (url: string): RegExp => new RegExp(`^${url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}$`);

const isDoor = (url: string | undefined): boolean => url !== undefined && url !== '' && !url.includes('*');

/** An address that has doors, asked by a method that none of them takes, is answered with 405 and the methods that they take (RFC 9110). */
export function refuseMethods(app: NestFastifyApplication): void {
  const doors: Door[] = [];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    if (isDoor(url)) doors.push({ methods: [method].flat(), path: pathOf(url) });
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (isDoor(request.routeOptions.url)) return;
    const [address = ''] = request.url.split('?');
    const taken = new Set(doors.filter(({ path }) => path.test(address)).flatMap(({ methods }) => methods));
    if (taken.size === 0 || taken.has(request.method)) return;
    const allow = [...taken].sort().join(', ');
    const detail = `This address does not take ${request.method}; it takes ${allow}.`;
    return reply.status(405).header('allow', allow).header('content-type', problemType).send(problemAnswer(405, detail));
  });
}
