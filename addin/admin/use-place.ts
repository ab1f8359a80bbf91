import { useSyncExternalStore } from 'react';
import { addressOf, type Place, placeOf } from './places.ts';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
const current = () => window.location.hash;

/** Where one is; the browser's own history leads back. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, current));
}

export function goTo(place: Place): void {
  window.location.hash = addressOf(place);
}
