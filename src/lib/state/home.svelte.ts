export class Home {
	hasRead(n: number) {
		return n < 0;
	}
	markRead(n: number) {
		void n;
	}
}
