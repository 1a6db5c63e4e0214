/// The fly.toml of one environment, and what it cannot say.
public struct RenderedConfiguration: Sendable {
  /// Something the project holds and fly.toml has no place for.
  public struct Note: Sendable, Hashable {
    /// What is not said, such as `scaling_max`.
    public var subject: String
    /// Why, and what Fly.io does instead.
    public var message: String
    /// The `fly` command that does it.
    public var command: String?
  }

  public var text: String
  public var notes: [Note]

  /// How the first line of every rendered file begins.
  public static let marker = "# Rendered by flyconf"

  /// Whether a text was rendered, and may therefore be rendered anew.
  public static func isRendered(_ text: some StringProtocol) -> Bool { text.hasPrefix(marker) }
}

/// Why an environment cannot be rendered.
public struct RenderingError: Error, Sendable {
  public var message: String
  public var help: String
}
