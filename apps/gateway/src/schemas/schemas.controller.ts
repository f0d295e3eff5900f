import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { jsonSchemaOf, schemaNames, type JsonSchema } from '@muster/contracts';
import { Refusal } from '@muster/runtime';

@ApiTags('contract')
@Controller('schemas')
export class SchemasController {
  @Get(':fact/:version')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @ApiOperation({ summary: "JSON Schema of a fact's data, of a saying's, or of an answer on `muster.rejected`" })
  @ApiParam({ name: 'fact', enum: [...schemaNames] })
  @ApiParam({ name: 'version', schema: { type: 'integer', enum: [1] } })
  @ApiOkResponse({ content: { 'application/schema+json': { schema: { type: 'object' } } } })
  @ApiNotFoundResponse({ description: 'There is no such schema.' })
  one(@Param('fact') fact: string, @Param('version') version: string): JsonSchema {
    const schema = /^\d{1,6}$/.test(version) ? jsonSchemaOf(fact, Number(version)) : undefined;
    if (schema === undefined) throw new Refusal(404, `There is no schema ${fact} of version ${version}.`);
    return schema;
  }
}
