import { serve } from '../../scripts/serve.mjs';

type SiteOptions = { folder?: string; base?: string };

/** The built site behind a real server that a test can stop and start again on the same port. */
export class Site {
	#close: (() => Promise<void>) | null;

	private constructor(
		readonly address: string,
		close: () => Promise<void>,
		private readonly options: SiteOptions
	) {
		this.#close = close;
	}

	static async start(options: SiteOptions = {}): Promise<Site> {
		const { address, close } = await serve(options);
		return new Site(address, close, options);
	}

	get origin(): string {
		return new URL(this.address).origin;
	}

	async stop(): Promise<void> {
		const close = this.#close;
		this.#close = null;
		await close?.();
	}

	async restart(): Promise<void> {
		if (this.#close !== null) return;
		const { close } = await serve({ ...this.options, port: Number(new URL(this.address).port) });
		this.#close = close;
	}
}
