extension Rule {
  static let tokenInTheOpen = Rule(
    "FC830", "token-in-the-open", .error,
    "No file in git holds a token, a private key or a password of a known form",
    rationale: """
      Many services give their tokens a form that nothing else has. Whoever can read the \
      repository, now or years from now, has what stands in it, and programs search for it.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    precision: .byForm,
    example: .scanned(
      "scripts/charge.py",
      // In two pieces, so that no scanner stops at this file.
      wrong: #"stripe.api_key = "sk_"# + #"live_9vQ2mX7pL4tR8wK1zB5nC3dF""#,
      right: #"stripe.api_key = os.environ["STRIPE_SECRET_KEY"]"#),
    .leak(.token))
}
