/// A text that may be a secret: it can be written back, and says nothing of itself.
///
/// Its descriptions and its mirror are `<redacted>`, so that it cannot reach a message, a log or
/// a failed test by being interpolated or dumped.
public struct RedactedText: Hashable, Sendable {
  /// The text itself. Only for writing it back to the file it came from.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }
}

extension RedactedText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "<redacted>" }

  public var debugDescription: String { "<redacted>" }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
