/// What was done about a change that had been interrupted.
package enum RecoveryReport: Hashable, Sendable {
  /// It had been decided and has been finished; the names of its files in the project's folder.
  case finished([String])
  /// It had not been decided, or was given up: what it had left behind is gone, and the files
  /// are as they stood.
  case dropped
}
