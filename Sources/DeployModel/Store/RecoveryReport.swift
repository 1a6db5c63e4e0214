/// What was done about a change that had been interrupted.
package enum RecoveryReport: Hashable, Sendable {
  /// It had been decided and has been finished; the names of its files in the project's folder.
  case finished([String])
  /// It had been decided, but what it was to write is gone; all its files are as they were before
  /// it, and it has been dropped.
  case undone
  /// It had not been decided, or was given up: what it had left behind is gone, and the files
  /// are as they stood.
  case dropped
}
