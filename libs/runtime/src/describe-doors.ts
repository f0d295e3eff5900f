import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { withProblems } from './with-problems.js';

const description = `Muster compares what the Council authorized and a mission requires with what is there. A problem is told as
application/problem+json (RFC 9457) with every problem at once. What travels on Kafka is described at [/asyncapi.json](/asyncapi.json).`;

/** OpenAPI 3.1 at /openapi.json, made from the schemas that check; /docs shows it. */
export function describeDoors(app: INestApplication): void {
  const info = new DocumentBuilder()
    .setTitle('Muster')
    .setDescription(description)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  const document = () => withProblems(SwaggerModule.createDocument(app, info));
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', yamlDocumentUrl: 'openapi.yaml' });
}
