import type { CardAct } from '$lib/state/card-acts';
import * as m from '$lib/i18n/paraglide/messages';

/** @returns what was done with so many questions, in words */
export function actDone(act: CardAct, count: number): string {
	switch (act.kind) {
		case 'suspend':
			return act.suspended ? m.browse_suspended({ count }) : m.browse_resumed({ count });
		case 'bury':
			return m.browse_put_off({ count });
		case 'forget':
			return m.browse_forgotten({ count });
		case 'reset':
			return m.browse_reset({ count });
		case 'set-due':
			return m.browse_set_due({ count });
	}
}
