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
