import Documents

extension FlyReader {
  /// Moves what older files have in `[experimental]` to where flyctl looks for it.
  mutating func moveOldKeys(of root: Node) -> Node {
    guard let experimental = root.member("experimental"),
      case .object(let members) = experimental.value.value
    else { return root }
    var result = root
    if let timeout = members.first(where: { $0.key == "kill_timeout" }) {
      reportMoved(timeout, to: "kill_timeout at the top level")
      if root["kill_timeout"] == nil { result.addMember(timeout) }
    }
    let metrics = members.filter { $0.key == "metrics_port" || $0.key == "metrics_path" }
    for member in metrics { reportMoved(member, to: "[metrics]") }
    if !metrics.isEmpty, root["metrics"] == nil { result.addMember(Self.metrics(metrics)) }
    let moved = ["kill_timeout", "metrics_port", "metrics_path"]
    let rest = members.filter { !moved.contains($0.key) }
    result.setMember("experimental", Node(.object(rest), span: experimental.value.span))
    return result
  }

  private static func metrics(_ members: [Node.Member]) -> Node.Member {
    let renamed = members.map { member in
      Node.Member(
        key: String(member.key.dropFirst("metrics_".count)), keySpan: member.keySpan,
        value: member.value)
    }
    let place = members.first?.keySpan ?? Span(0..<0)
    return Node.Member(
      key: "metrics", keySpan: place, value: Node(.object(renamed), span: place))
  }

  private mutating func reportMoved(_ member: Node.Member, to place: String) {
    report(
      .flyDeprecatedForm, "'\(member.key)' in [experimental] is an old form",
      help: "write it as \(place)", at: member.keySpan)
  }
}

extension Node {
  fileprivate mutating func addMember(_ member: Member) {
    self = Node(.object(members + [member]), span: span)
  }
}
