extension ExportForm {
  /// Every form, in the order of the help.
  package static let all: [ExportForm] = [.fly, .dotenv, .shell, .json]
}
