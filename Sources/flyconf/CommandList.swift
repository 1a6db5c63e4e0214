import CommandKit

/// Every command, in the sections of the help.
enum CommandList {
  static let sections: [CommandSection<Action>] = [
    CommandSection(
      "Project",
      [
        .command(Init.self),
        .command(Validate.self),
        .command(Format.self),
        .command(Show.self),
        .command(Render.self),
      ]),
    CommandSection(
      "Reference",
      [
        .command(Explain.self),
        .command(ListRules.self),
        .command(PrintSchema.self),
        .command(Help.self),
      ]),
  ]
}
