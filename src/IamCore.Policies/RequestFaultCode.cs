namespace IamCore.Policies;

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
