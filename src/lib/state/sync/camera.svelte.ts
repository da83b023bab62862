import { createQrReader, type QrReader } from './qr-reader';

export type CameraState =
	| 'off'
	| 'starting'
	| 'on'
	/** The person, or the browser for them, said no. */
	| 'refused'
	| 'missing'
	/** Another app has it, or it broke. */
	| 'busy';

/** How long to rest between two looks: the page stays responsive. */
const REST_MS = 80;

/** The camera, and what codes it sees. */
export class Camera {
	readonly #onread: (text: string) => void;
	#state = $state<CameraState>('off');
	#stream: MediaStream | null = null;

	/** @param onread called with the text of each code that comes into sight */
	constructor(onread: (text: string) => void) {
		this.#onread = onread;
	}

	get state(): CameraState {
		return this.#state;
	}

	/** Shows what the camera sees and reads codes until `stop`. */
	async start(video: HTMLVideoElement): Promise<void> {
		this.#state = 'starting';
		try {
			// Absent outside secure contexts, whatever the types say.
			const devices = (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
			if (devices === undefined) throw new DOMException('', 'NotFoundError');
			this.#stream = await devices.getUserMedia({ video: { facingMode: 'environment' } });
			video.srcObject = this.#stream;
			await video.play();
			this.#state = 'on';
			void this.#watch(video, await createQrReader());
		} catch (thrown) {
			this.stop();
			this.#state = toState(thrown);
		}
	}

	stop(): void {
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		this.#stream = null;
		this.#state = 'off';
	}

	async #watch(video: HTMLVideoElement, read: QrReader): Promise<void> {
		while (this.#state === 'on') {
			for (const text of await read(video)) this.#onread(text);
			await new Promise((resolve) => setTimeout(resolve, REST_MS));
		}
	}
}

/** @see https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
function toState(thrown: unknown): CameraState {
	const name = thrown instanceof Error ? thrown.name : '';
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
	return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}
