/** The minutes a day that a plan can be made for: what each of them comes to is worked out at once. */
export const PLAN_MINUTES: readonly number[] = [5, 10, 15, 20, 30, 45, 60];
