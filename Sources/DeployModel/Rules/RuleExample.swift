/// What a rule finds and what it lets pass, as pieces of project files.
///
/// The pieces are what `flyconf explain` shows, and the rule's tests: laid over a sound entity
/// as merge patches, the wrong one has exactly this finding and the right one has none.
package struct RuleExample: Sendable {
  /// The name of the file in which the finding stands.
  package var fileName: String
  /// The project file in which the finding stands; nothing for what only a vault shows, whose
  /// pieces say how a file was tampered with.
  package var file: ProjectFile?
  /// The field to which the finding points, in the last entity of the piece; nothing for the
  /// entity's opening.
  package var field: String?
  /// One entity, or an array of entities; only the fields that matter. Whole-file examples are
  /// the text of a file as it stands.
  package var wrong: String
  package var right: String
  package var isWholeFile = false
  /// Whether the pieces are of a fly.toml, which is sound without them and has an `app`.
  package var isFlyToml = false
  /// Pieces of other files that both need.
  package var context: [ProjectFile: String] = [:]
  /// Files that the project does without on both sides.
  package var absent: Set<ProjectFile> = []

  /// Entities of a file, by the fields that matter.
  package static func fields(
    _ file: ProjectFile, at field: String?, wrong: String, right: String,
    with context: [ProjectFile: String] = [:], without absent: Set<ProjectFile> = []
  ) -> Self {
    Self(
      fileName: file.name, file: file, field: field, wrong: wrong, right: right,
      context: context, absent: absent)
  }

  /// A file as it stands, for what is wrong with its text.
  package static func wholeFile(
    _ file: ProjectFile, at field: String?, wrong: String, right: String
  ) -> Self {
    Self(
      fileName: file.name, file: file, field: field, wrong: wrong, right: right,
      isWholeFile: true)
  }

  /// A piece of a fly.toml.
  ///
  /// - Parameter place: The text of the first line to which the finding points.
  package static func flyToml(at place: String, wrong: String, right: String) -> Self {
    Self(
      fileName: "fly.toml", field: place, wrong: wrong, right: right, isFlyToml: true)
  }

  /// A piece of any file, for what a scan of files finds.
  ///
  /// - Parameter fileName: The file's path in the repository.
  package static func scanned(_ fileName: String, wrong: String, right: String) -> Self {
    Self(fileName: fileName, wrong: wrong, right: right)
  }

  /// A piece of a file as it was signed, and as someone has made it.
  ///
  /// Signatures cannot be shown in a few lines: the rule's test is a real tampering with a vault.
  ///
  /// - Parameter fileName: The file's name in the project's folder.
  package static func tampering(_ fileName: String, wrong: String, right: String) -> Self {
    Self(fileName: fileName, wrong: wrong, right: right)
  }
}
