/** What the Bot API answers instead of a result. https://core.telegram.org/bots/api#making-requests */
export interface BotApiFault {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number };
}

/** Thrown inside the fake where Telegram would say no; becomes the HTTP answer. */
export class BotApiRefusal extends Error {
  readonly fault: BotApiFault;

  constructor(fault: BotApiFault) {
    super(fault.description);
    this.fault = fault;
  }
}

/** Says no with 400, as Telegram does to a request it does not understand. */
export function badRequest(description: string): BotApiRefusal {
  return new BotApiRefusal({ error_code: 400, description: `Bad Request: ${description}` });
}

/** Too many messages: wait so many seconds. */
export function tooManyRequests(seconds: number): BotApiFault {
  return {
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  };
}

/** The person has stopped the bot. */
export const BLOCKED: BotApiFault = {
  error_code: 403,
  description: 'Forbidden: bot was blocked by the user',
};

/** What Telegram says of entities it cannot use. */
export const BAD_ENTITIES: BotApiFault = {
  error_code: 400,
  description: "Bad Request: can't parse entities: unsupported entity at byte offset 0",
};

/** Telegram's own trouble. */
export const INTERNAL: BotApiFault = { error_code: 500, description: 'Internal Server Error' };
