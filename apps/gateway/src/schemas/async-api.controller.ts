import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { asyncApiDocument } from '@muster/contracts';

@ApiTags('contract')
@Controller('asyncapi.json')
export class AsyncApiController {
  private readonly document = asyncApiDocument();

  @Get()
  @ApiOperation({ summary: 'AsyncAPI 3 of what travels on Kafka: topics, headers, and the schemas that check at the doors' })
  @ApiOkResponse({ schema: { type: 'object' } })
  read(): object {
    return this.document;
  }
}
