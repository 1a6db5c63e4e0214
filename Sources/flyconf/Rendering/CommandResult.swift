import DeployModel
import Documents

/// What a command has done or found: text for people, or one object for programs.
struct CommandResult {
  /// The object, with the format's name as its first member.
  var node: Node
  /// Whole lines.
  var text: String
  /// What people should know besides, such as the next command; one line each.
  var notes: [String] = []

  func show(in context: Context) throws {
    guard !context.options.format.isMachine else {
      return try context.console.out(JSONWriter.document(node))
    }
    try context.console.out(text)
    guard !context.options.isQuiet else { return }
    for note in notes { context.console.note(note.visible) }
  }
}
