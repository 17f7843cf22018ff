namespace IamCore.Policies;

/// <summary>A document could not be read; <see cref="Faults"/> has every error in document order.</summary>
public sealed class PolicyFormatException : FormatException
{
    private const int Shown = 20;

    /// <summary>Wraps the errors of one document, at least one. The message shows the first 20.</summary>
    public PolicyFormatException(ValueList<PolicyFault> faults)
        : base(Describe(faults)) => Faults = faults;

    /// <summary>All errors in document order; at least one.</summary>
    public ValueList<PolicyFault> Faults { get; }

    private static string Describe(ValueList<PolicyFault> faults)
    {
        var shown = string.Join(Environment.NewLine, faults.Take(Shown));
        return faults.Count <= Shown
            ? shown
            : FormattableString.Invariant($"{shown}{Environment.NewLine}… and {faults.Count - Shown} more");
    }
}
