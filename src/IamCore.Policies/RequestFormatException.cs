namespace IamCore.Policies;

/// <summary>A request could not be made; <see cref="Faults"/> has every error.</summary>
public sealed class RequestFormatException : ArgumentException
{
    /// <summary>Wraps the errors of one request, at least one.</summary>
    public RequestFormatException(ValueList<RequestFault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>All errors; at least one.</summary>
    public ValueList<RequestFault> Faults { get; }
}
