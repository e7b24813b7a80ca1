import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The endpoint of an instance identifier. As a DNS name does in AWS, it stays with the identifier and leads to
 * whichever instance has that identifier now, or nowhere.
 */
export class IdentifierProxy {
  readonly #server: Server;
  readonly #connections = new Set<Socket>();
  #socket: string | undefined;

  constructor() {
    this.#server = createServer({ noDelay: true }, (client) => this.#forward(client));
  }

  async open(): Promise<number> {
    await new Promise<void>((resolve, reject) =>
      this.#server.once('error', reject).listen(0, '127.0.0.1', () => resolve()),
    );
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Leads new connections to the server behind that Unix socket, and cuts those that lead elsewhere. */
  leadTo(socket: string | undefined): void {
    if (socket === this.#socket) return;
    this.#socket = socket;
    for (const connection of this.#connections) connection.destroy();
  }

  #forward(client: Socket): void {
    this.#keep(client);
    if (!this.#socket) return void client.destroy();
    const server = connect(this.#socket);
    this.#keep(server);
    server.pipe(client).pipe(server);
    server.once('close', () => client.destroy());
    client.once('close', () => server.destroy());
  }

  #keep(socket: Socket): void {
    this.#connections.add(socket);
    // The other end learns of it by its own connection being closed.
    socket.on('error', () => {});
    socket.once('close', () => this.#connections.delete(socket));
  }

  async close(): Promise<void> {
    this.leadTo(undefined);
    for (const connection of this.#connections) connection.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
