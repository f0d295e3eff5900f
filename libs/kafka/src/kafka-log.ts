import { Logger } from '@nestjs/common';
import { logLevel, type logCreator } from 'kafkajs';

/** kafkajs calls an error whatever it will try again; what ends a consumer or a producer is told by those who use them. */
export const kafkaLog: logCreator = () => {
  const logger = new Logger('kafkajs');
  return ({ level, log: { message, ...rest } }) => {
    const { error, groupId, broker, topic } = rest as Readonly<Record<string, unknown>>;
    const told = { msg: message, error, groupId, broker, topic };
    if (level === logLevel.ERROR) logger.warn(told);
    else logger.debug(told);
  };
};
