using IamCore.Policies.Values;

namespace IamCore.Policies.Comparisons;

/// <summary>The form that the values of a family of operators have (PL-133).</summary>
/// <param name="Family">The family.</param>
/// <param name="Description">What a value looks like, for messages.</param>
/// <param name="IsValid">Whether a text without variables has the form.</param>
internal sealed record ValueForm(OperatorFamily Family, string Description, Func<ReadOnlySpan<char>, bool> IsValid)
{
    public static ValueForm Text { get; } = new(OperatorFamily.String, "a string", _ => true);

    public static ValueForm Number { get; } = new(OperatorFamily.Numeric, "a decimal number such as 10, -0.5 or 1e3", DecimalNumber.IsValid);

    public static ValueForm Date { get; } =
        new(OperatorFamily.Date, "a date such as 2026-01-31 or 2026-01-31T09:30:00Z, or seconds since 1970", text => Instant.TryParse(text, out _));

    public static ValueForm Boolean { get; } = new(OperatorFamily.Boolean, "true or false", text => BooleanValue.TryParse(text, out _));

    public static ValueForm Base64 { get; } = new(OperatorFamily.Binary, "base64 with padding", BinaryValue.IsValid);

    public static ValueForm IpRange { get; } =
        new(OperatorFamily.Ip, "an IPv4 or IPv6 address or CIDR range", text => Values.IpRange.TryParse(text, out _));

    public static ValueForm Arn { get; } = new(OperatorFamily.Arn, "* or an ARN pattern with six fields", ArnPattern.IsValidConditionValue);

    public static ValueForm Presence { get; } = Boolean with { Family = OperatorFamily.Presence };
}
