import CommandKit
import DeployModel
import Documents

/// Collects records of reads from the logs of jobs.
struct ImportAudit: Command {
  var paths: [String]

  static let syntax = CommandSyntax(
    "import", "Collect records of reads from the logs of jobs",
    discussion: "Lines that are no records are passed over, so that the whole log of a job can be "
      + "given, with whatever stands before the records in their lines. Each record is checked: "
      + "one that is not signed by a member is refused, and one that is there already is left "
      + "out.",
    examples: [
      Example("flyconf audit import job.log", "collect what a job has read"),
      Example("flyconf audit import - < job.log", "the same from standard input"),
    ],
    Self.init,
    .argument("FILE", isRequired: true, "Log of a job, or -", completion: .file)
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.writing, .keyless, in: context)
    let found = try paths.flatMap { try lines(of: $0, context) }.compactMap(Self.record)
    let collected = found.inChains
    let refused = collected.unsigned(
      in: session.verified.manifest.id, session.verified.state.signingKeys)
    guard refused.isEmpty else { throw Self.failure(refused, of: found.count) }
    let added = try store(collected, session.layout, context)
    try context.console.out(
      "collected \(Counted(added, "record")), "
        + "\(found.count - added) known already\n")
    return .fine
  }

  private static func failure(_ refused: [ReadLogLine], of count: Int) -> Failure {
    let records = "\(refused.count) of \(count) records"
    guard refused.contains(where: \.isSigned) else {
      return Failure(
        .integrity,
        "\(records) are vouched for by none behind them: a line of the log is missing or torn",
        help: "nothing was collected: give the whole log of the job, as it was written")
    }
    return Failure(
      .integrity, "\(records) are not signed by a member of this vault",
      help: "nothing was collected: is it the log of another project?")
  }

  private func lines(of path: String, _ context: Context) throws -> [Substring] {
    let bytes: [UInt8]
    if path == "-" {
      bytes = try context.console.readInput(SourceText.sizeLimit)
    } else {
      let absolute = context.absolute(path)
      guard let read = try context.files.contents(of: absolute, limit: SourceText.sizeLimit)
      else { throw Failure("cannot read '\(path)': no such file", help: "check the path") }
      bytes = read
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  /// The record in a line of a log, whatever stands before and after it.
  private static func record(_ line: Substring) -> ReadLogLine? {
    guard let start = line.firstRange(of: ReadRecord.start)?.lowerBound,
      let end = line.lastIndex(of: "}"), start <= end
    else { return nil }
    return ReadLogLine(String(line[start...end]))
  }

  /// Puts new records at the end of the logs they belong to.
  private func store(
    _ records: [ReadLogLine], _ layout: ProjectLayout, _ context: Context
  ) throws -> Int {
    let folder = Path.join(layout.folder, ReadLog.folderName)
    try context.files.createFolder(folder, mode: 0o700)
    var added = 0
    let logs = Dictionary(grouping: records) {
      ReadLog.name(of: $0.record.member, clone: $0.record.clone)
    }
    for (name, records) in logs.sorted(by: { $0.key < $1.key }) {
      let log = ReadLog(path: Path.join(folder, name), context.files)
      var known = Set(try log.lines())
      let new = records.map(\.line).filter { known.insert($0).inserted }
      added += new.count
      try log.append(lines: new)
    }
    return added
  }
}
