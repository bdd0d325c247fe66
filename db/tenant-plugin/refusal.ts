/** A query that the tenant plugin does not let through. It is a mistake in our code, never a person's: the message says how to write it instead. */
export class TenantPluginRefusal extends Error {
  override readonly name = 'TenantPluginRefusal';
}

export function refuse(message: string): never {
  throw new TenantPluginRefusal(message);
}
