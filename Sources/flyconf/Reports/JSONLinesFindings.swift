import DeployModel
import Documents

extension OutputFormat {
  static let jsonl = OutputFormat(
    name: "jsonl", summary: "one JSON object a finding and a line, the summary last",
    audience: .reportReaders
  ) { report in
    var summary: Node = .object([
      "format": "flyconf.findings/1", "summary": report.summaryNode,
    ])
    report.addSteps(to: &summary)
    return (report.findings.map(\.node) + [summary]).map { JSONWriter.line($0) + "\n" }.joined()
  }
}
