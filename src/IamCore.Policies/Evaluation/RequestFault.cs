namespace IamCore.Policies;

/// <summary>One error of a request (PL-201).</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Member">The member at fault: <c>principal</c>, <c>action</c>, <c>resource</c>, <c>resourceAccount</c>, or the name of a context key.</param>
/// <param name="Detail">What is wrong and what was expected.</param>
public sealed record RequestFault(RequestFaultCode Code, string Member, string Detail)
{
    /// <summary>One sentence without a full stop: <c>{member}: {detail}</c>.</summary>
    public string Message => $"{Member}: {Detail}";

    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code} {Message}";
}

/// <summary>The codes of PL-201.</summary>
public enum RequestFaultCode : byte
{
#pragma warning disable CS1591 // PL-201 is the documentation of each
    InvalidRequestPrincipal,
    InvalidRequestAction,
    InvalidRequestResource,
    InvalidContextValue,
    DuplicateContextKey,
    ContextKeyConflict,
    InvalidAccountId,
#pragma warning restore CS1591
}

/// <summary>A request could not be made; <see cref="Faults"/> has every error.</summary>
public sealed class RequestFormatException : ArgumentException
{
    /// <summary>Wraps the errors of one request, at least one.</summary>
    public RequestFormatException(ValueList<RequestFault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>All errors; at least one.</summary>
    public ValueList<RequestFault> Faults { get; }
}
