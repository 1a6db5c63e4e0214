/// Says why a text is not the value it was read as.
///
/// `reason` reads as a diagnostic message: lower case, no full stop, values in single quotes,
/// what stands there and what was expected. No reason or help ever quotes a secret.
public struct MalformedValue: Error, Hashable, Sendable {
  /// What stands there, and what was expected.
  public var reason: String

  /// What to do about it, where something more can be said.
  public var help: String?

  public init(_ reason: String, help: String? = nil) {
    self.reason = reason
    self.help = help
  }
}
