extension LeakShape {
  /// Every form known.
  static let all: [LeakShape] =
    [
      .privateKey, .puttyKey, .webToken, .credentialURL, .slackWebhook, .slackTrigger,
      .discordWebhook, .oldDiscordWebhook, .teamsWebhook, .telegramBot, .azureAccountKey,
      .netrcLogin,
    ] + KnownToken.all.map(LeakShape.init)

  private static let privateKey = LeakShape(
    "-----BEGIN ", source: "RFC 7468, sections 10 and 11; RFC 9580, section 6.2"
  ) { bytes, start in
    PrivateKeyText.range(at: start, in: bytes).map { Match(kind: "a private key", range: $0) }
  }

  private static let puttyKey = LeakShape(
    "Private-Lines: ",
    source: "https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html"
  ) { bytes, start in
    let count = bytes[start...].dropFirst(15).prefix(while: ASCII.isDigit)
    let body = bytes[count.endIndex...].drop(while: ASCII.isSpace).prefix(60)
    guard !count.isEmpty, body.count == 60, !StandInSecret.isFound(in: body),
      body.allSatisfy({ ASCII.isAlphanumeric($0) || "+/".utf8.contains($0) })
    else { return nil }
    return Match(kind: "a PuTTY private key", range: start..<start + 13)
  }

  private static let webToken = LeakShape("eyJ", isWord: true, source: "RFC 7519, section 3") {
    bytes, start in
    guard let parts = WebToken.parts(at: start, in: bytes) else { return nil }
    return WebTokenClaims(parts.payload).kind.map {
      Match(kind: $0, range: start..<parts.signature.endIndex)
    }
  }

  private static let credentialURL = LeakShape("://", source: "RFC 3986, section 3.2.1") {
    LeakedURL.range(at: $1, in: $0).map { Match(kind: "a URL with a password", range: $0) }
  }

  private static let slackWebhook = address(
    "hooks.slack.com/services/", "a Slack webhook address", key: 20,
    source: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/")

  private static let slackTrigger = address(
    "hooks.slack.com/triggers/", "a Slack webhook address", key: 20,
    source: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/")

  private static let discordWebhook = address(
    "discord.com/api/webhooks/", "a Discord webhook address", key: 60,
    source: "https://discord.com/developers/docs/resources/webhook")

  private static let oldDiscordWebhook = address(
    "discordapp.com/api/webhooks/", "a Discord webhook address", key: 60,
    source: "https://discord.com/developers/docs/resources/webhook")

  private static let teamsWebhook = address(
    ".webhook.office.com/webhookb2/", "a Microsoft Teams webhook address", key: 32,
    source: "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/")

  /// A bot's number, and a key of 35 characters that begins with `AA`.
  private static let telegramBot = LeakShape(
    ":AA", source: "https://core.telegram.org/bots/api#authorizing-your-bot"
  ) { bytes, start in
    let number = bytes[..<start].suffix(11).reversed().prefix(while: ASCII.isDigit).count
    let key = bytes[(start + 1)...].prefix(36).prefix(while: isKeyCharacter)
    guard 8...10 ~= number, key.count == 35, key.contains(where: ASCII.isDigit),
      !StandInSecret.isFound(in: key)
    else { return nil }
    return Match(kind: "a Telegram bot token", range: start - number..<key.endIndex)
  }

  private static let azureAccountKey = LeakShape(
    "AccountKey=",
    source:
      "https://learn.microsoft.com/en-us/azure/storage/common/storage-configure-connection-string"
  ) { bytes, start in
    let key = bytes[start...].dropFirst(11).prefix(88).prefix {
      isKeyCharacter($0) || "+/=".utf8.contains($0)
    }
    guard key.count == 88, key.reversed().starts(with: "==".utf8),
      !StandInSecret.isFound(in: key), !PublishedSample.contains(key)
    else { return nil }
    return Match(kind: "an Azure storage account key", range: key.startIndex..<key.endIndex)
  }

  /// A host, a name and a password, on one line or on several.
  private static let netrcLogin = LeakShape(
    "machine ", isWord: true,
    source: "https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html"
  ) { bytes, start in
    let words = bytes[start...].prefix(512).split(maxSplits: 6, whereSeparator: ASCII.isSpace)
    guard words.count >= 6, words[2].elementsEqual("login".utf8),
      words[4].elementsEqual("password".utf8), words[5].count >= 6,
      !StandInSecret.isPassword(words[5])
    else { return nil }
    return Match(
      kind: "a login in the form of .netrc", range: words[5].startIndex..<words[5].endIndex)
  }

  /// An address that is its own password: behind the anchor stands a path with a long key in it.
  private static func address(
    _ anchor: String, _ kind: String, key length: Int, source: String
  ) -> LeakShape {
    LeakShape(anchor, source: source) { bytes, start in
      let path = bytes[start...].dropFirst(anchor.utf8.count).prefix(400).prefix {
        isKeyCharacter($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "@")
      }
      let longest = path.split(separator: UInt8(ascii: "/")).map(\.count).max() ?? 0
      guard longest >= length, path.contains(where: ASCII.isDigit),
        !StandInSecret.isFound(in: path)
      else { return nil }
      return Match(kind: kind, range: start..<path.endIndex)
    }
  }

  private static func isKeyCharacter(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
