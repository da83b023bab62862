import type { Accommodations } from './accommodations';
import type { PaperForms, Section } from './blueprint';
import type { TimeFactor, TimeLimit } from './quiz';
import type { QuizRules } from './quiz-rules';
import type { SharedBankItems, SharedSetContent } from './share-model';

/**
 * Whether the link holds the answers. `withheld`: it carries neither key nor explanations, the teacher's device marks and
 * sends feedback back. With `open` a determined learner can read the answers out of the link.
 */
export type KeyPolicy = 'open' | 'withheld';

/** A public key that results are sealed to. `bytes` is the raw form: 32 bytes for X25519, 65 for P-256. */
export type PublicKey = { readonly curve: 'X25519' | 'P-256'; readonly bytes: Uint8Array<ArrayBuffer> };

/** A key pair of this device; `pkcs8` is its private half, which leaves the device in a backup only. */
export type KeyPair = { readonly publicKey: PublicKey; readonly pkcs8: Uint8Array<ArrayBuffer> };

/** The quiz of an assignment. The time factor and accommodations are each learner's own. */
export type AssignedQuiz = {
	readonly sections: readonly Section[];
	readonly time: TimeLimit;
	readonly rules: QuizRules;
	/** Whole number from 0 to `MAX_SEED`; the papers of all forms follow from it. */
	readonly seed: number;
	readonly forms: PaperForms;
	/** Sittings that a learner may hand in, 1 to 9; 0 for any number. */
	readonly sittings: number;
};

/** What a teacher makes for one learner. It holds whatever the learner has set, never less. */
export type PersonalTerms = {
	readonly name: string;
	readonly factor: TimeFactor;
	readonly accommodations: Accommodations;
};

/** A quiz sent to a class. All of it travels in the link. */
export type Assignment = {
	/** 11 characters of base64url: a hash of all the rest but `personal`, so that a changed assignment is another one. */
	readonly id: string;
	readonly title: string;
	/** The teacher's name as they wrote it; may be empty. */
	readonly teacher: string;
	readonly keyPolicy: KeyPolicy;
	/** The items; the set of a `withheld` assignment is without keys. */
	readonly content: SharedSetContent | SharedBankItems;
	readonly quiz: AssignedQuiz;
	/** One for each curve, X25519 first where the teacher's browser has it, so that every learner's browser finds one. */
	readonly keys: readonly PublicKey[];
	readonly personal?: PersonalTerms;
};
