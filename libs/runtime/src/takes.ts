import { applyDecorators, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { Refusal } from './refusal.js';

const takenTypes = Symbol('takes');

export const mediaTypeOf = (contentType: string | undefined): string => (contentType ?? '').split(';')[0]!.trim().toLowerCase();

class TakesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const types = Reflect.getMetadata(takenTypes, context.getHandler()) as readonly string[];
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    const type = mediaTypeOf(headers['content-type']);
    if (types.includes(type)) return true;
    throw new Refusal(
      415,
      `This door takes ${types.join(', ')}; ${type === '' ? 'no Content-Type was sent' : `${type} was sent`}.`,
    );
  }
}

/** The content types that a door takes; any other is answered with 415. */
export const Takes = (...types: readonly string[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(takenTypes, types), UseGuards(new TakesGuard()), ApiConsumes(...types));
