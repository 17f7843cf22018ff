namespace IamCore.Administration;

/// <summary>Decides whether a caller may do an operation. The trusted façade has none (ID-007).</summary>
internal interface IAdministrationGate
{
    /// <summary>Who calls.</summary>
    AdministrationCaller Caller { get; }

    /// <summary>Throws <c>AccessDenied</c> where the caller may not (ID-244).</summary>
    ValueTask CheckAsync(AdministrationCheck check, CancellationToken cancellationToken);
}

/// <summary>Who calls, as far as operations need to know (ID-243).</summary>
/// <param name="Principal">The principal.</param>
/// <param name="UserId">Unique id of the IAM user, where the caller is one; null otherwise.</param>
internal sealed record AdministrationCaller(Principal Principal, string? UserId);
