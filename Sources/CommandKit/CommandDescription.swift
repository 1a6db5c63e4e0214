/// A command line worth showing, and what it does.
package struct Example: Sendable, Equatable {
  /// The line as it is typed, with the name of the tool.
  package var line: String
  /// One line without a full stop that says what it shows.
  package var summary: String

  /// Makes an example.
  package init(_ line: String, _ summary: String) {
    self.line = line
    self.summary = summary
  }
}

/// What help and completion need to know about one command.
package struct CommandDescription: Sendable, Equatable {
  /// The word it is called by.
  package var name: String
  /// One line without a full stop that says what it does.
  package var summary: String
  /// Paragraphs for help, separated by blank lines; those that begin with a space stay as they are.
  package var discussion: String
  /// Lines that show it in use.
  package var examples: [Example]
  /// The parameters, in the order declared.
  package var parameters: [ParameterDescription]
  /// What to say to a word too many, which is then not repeated in the message.
  ///
  /// For commands where the extra word may be a secret that should not reach a log.
  package var extraArgumentHint: String?

  /// Describes a command.
  package init(
    name: String, summary: String, discussion: String = "", examples: [Example] = [],
    parameters: [ParameterDescription] = [], extraArgumentHint: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.parameters = parameters
    self.extraArgumentHint = extraArgumentHint
  }
}
