import { Component, type ReactNode } from 'react';

interface Props {
  /** What stands there instead; `again` tries once more. */
  fallback: (again: () => void) => ReactNode;
  children: ReactNode;
}

/** Keeps a fault in one part of the pane from taking the rest with it, and what was typed with that. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed
      ? this.props.fallback(() => this.setState({ failed: false }))
      : this.props.children;
  }
}
