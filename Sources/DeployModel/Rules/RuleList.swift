extension Rule {
  /// Every rule, in the order of its code.
  public static let all: [Rule] = [
    .invalidSyntax,
    .unknownField,
    .checkTimeoutNotBelowInterval,
    .httpCheckWithoutPath,
    .tcpCheckWithoutPort,
    .execCheckWithoutCommand,
    .checkTimeNotPositive,
    .checkRetriesNotPositive,
    .checkAlertThresholdNotPositive,
    .checkProbeLongerThanInterval,
    .checkTimeChangedByFly,
    .checkStatusOutsideHTTP,
    .checkBeyondFlyToml,
    .checkBodyEmpty,
    .noEnabledCheck,
    .duplicateCheck,
    .checkGracePeriodNegative,
    .tcpCheckRefusedByFly,
    .checkExpectationWithoutEffect,
    .checkForNoEnvironment,
  ]

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule with a code, in either case.
  public static func named(_ text: String) -> Rule? { byCode[Code(text.uppercased())] }
}
