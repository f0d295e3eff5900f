import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { projectFolder } from '@muster/runtime';

/** The dashboard at `/`, where it has been built; each of its files is a door of its own, and there is nothing else below `/`. */
@Injectable()
export class Page implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const root = join(projectFolder(), 'dist/apps/web');
    if (existsSync(join(root, 'index.html'))) this.host.httpAdapter.useStaticAssets({ root, prefix: '/', wildcard: false });
  }
}
