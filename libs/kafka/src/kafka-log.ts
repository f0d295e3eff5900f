import { Logger } from '@nestjs/common';
import type { logCreator } from 'kafkajs';

/**
 * kafkajs tells of each try of each request, which floods a log while a broker is away. What an operator is to know is told by
 * those who use it: that a consumer has lost the broker, that the relay is to be taken up again.
 */
export const kafkaLog: logCreator = () => {
  const logger = new Logger('kafkajs');
  return ({ label, log: { message, ...rest } }) => {
    const { error, groupId, broker, topic } = rest as Readonly<Record<string, unknown>>;
    logger.debug({ msg: message, label, error, groupId, broker, topic });
  };
};
