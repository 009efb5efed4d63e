// What the flows know of calling a webhook: a signed body in, what came of it out.

type WebhookCall = { url: string; headers: Record<string, string>; body: string }

/** Posts once, follows no redirect, waits ten seconds at most. Never throws; a fault is a code. */
export type CallWebhook = (call: WebhookCall) => Promise<{ status: number } | { fault: string }>
