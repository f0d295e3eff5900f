import { ForbiddenException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isLoopback } from './is-loopback.js';

const nameOf = (host: string): string => host.replace(/:\d+$/, '');

/**
 * A page of the open web can send its visitor's browser to this machine under a name of its own (DNS rebinding), and whoever
 * arrives may do everything: only requests that call this machine by a loopback name are let in.
 */
@Injectable()
export class LocalHostGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<{ headers: { host?: string } }>();
    if (isLoopback(nameOf(headers.host ?? ''))) return true;
    throw new ForbiddenException('With no identity provider configured Muster answers at localhost and 127.0.0.1 only.');
  }
}
