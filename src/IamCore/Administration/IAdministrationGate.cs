namespace IamCore.Administration;

/// <summary>Decides whether a caller may do an operation. The trusted façade has none (ID-007).</summary>
internal interface IAdministrationGate
{
    /// <summary>Who calls.</summary>
    AdministrationCaller Caller { get; }

    /// <summary>The gate as it stands for one call, with the caller read anew (ST-004).</summary>
    /// <exception cref="IamException">The caller is no longer good.</exception>
    ValueTask<IAdministrationGate> OpenAsync(CancellationToken cancellationToken) => new(this);

    /// <summary>Throws <c>AccessDenied</c> where the caller may not, in the state that the work has come to (ID-242, ID-244).</summary>
    ValueTask CheckAsync(AdministrationWork work, AdministrationCheck check);
}
