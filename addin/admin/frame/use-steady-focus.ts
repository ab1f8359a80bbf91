import { useFocusFinders } from '@fluentui/react-components';

/**
 * Keeps Fluent's keeper of the focus at work as long as the page is there. It goes with the last component that uses it:
 * where that is a dialog, everything behind it stays hidden from screen readers for good.
 */
export function useSteadyFocus(): void {
  useFocusFinders();
}
