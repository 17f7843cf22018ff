namespace IamCore.Policies;

/// <summary>One principal as written.</summary>
/// <param name="Type">The member it stands under.</param>
/// <param name="Value">For example <c>*</c>, an account id, an ARN, a service name.</param>
public readonly record struct PrincipalEntry(PrincipalEntryType Type, string Value);
