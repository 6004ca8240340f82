import type { TransportStats } from '../responses/types.ts';
import type { SocketSavings } from './types.ts';

/**
 * What the socket saved, against a client that sends every turn whole over a connection of its own; null when there was no socket.
 * All of it is measured: the bytes that deltas left out, and turns and handshakes as they were counted and timed.
 */
export function savingsOf(transport: TransportStats | null): SocketSavings | null {
  if (transport === null || transport.connections === 0) return null;
  const { connections, msConnecting, bytesNotResent, turnsDelta, turnsFull } = transport;
  const handshakesNotMade = Math.max(turnsDelta + turnsFull - connections, 0);
  const handshakeSeconds = msConnecting > 0 ? (handshakesNotMade * msConnecting) / connections / 1_000 : null;
  return { bytesNotResent, handshakesNotMade, handshakeSeconds };
}
