public import Documents

/// Something that a rule found in a project, with its place: data for people and for programs.
public struct Finding: Sendable {
  /// The entity that a finding is about.
  public struct Subject: Sendable, Hashable {
    /// The entity's name in the data model, such as `HealthCheck`.
    public var kind: String
    /// The entity's id, key or name, where it has one that could be read.
    public var id: String?
  }

  /// Where a finding points: a file and, unless the file is absent, a part of it.
  public struct Place: Sendable, Hashable {
    /// The file's name as the project was opened.
    public var file: String
    public var start: SourcePosition
    /// The first column after the part.
    public var end: SourcePosition
  }

  public var rule: Rule
  public var message: String
  public var help: String?
  public var place: Place
  public var subject: Subject?
  /// The environment in which the finding was made; nothing if it is the same in all.
  public var environment: EnvironmentName?
  /// A JSON pointer (RFC 6901) to the value, from the root of the file.
  public var pointer: String?
  /// Why the project leaves the finding out, if it does.
  public var suppression: String?
  /// Whether it was there before a baseline was drawn, and does not count until it is gone.
  public var isBaselined = false
  /// What `flyconf validate --fix` does about it; nothing where a person must decide.
  public var fix: FindingFix?

  public var isSuppressed: Bool { suppression != nil }
}

extension Finding {
  /// A finding about a file as a whole, or about a line of it.
  ///
  /// - Parameter file: The file's name as it is shown.
  package init(
    _ rule: Rule, _ message: String, help: String?, file: String, line: Int = 1,
    environment: EnvironmentName? = nil
  ) {
    let start = SourcePosition(line: line, column: 1)
    self.init(
      rule: rule, message: message, help: help,
      place: Place(file: file, start: start, end: start), environment: environment)
  }
}
