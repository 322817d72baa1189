//! What is generated and committed is not stale.
