namespace IamCore.Administration;

/// <summary>Decides whether a caller may perform an operation. The trusted façade has no gate (ID-007).</summary>
internal interface IAdministrationGate
{
    /// <summary>The caller.</summary>
    AdministrationCaller Caller { get; }

    /// <summary>Opens the gate for one call, with the caller read again (ST-004).</summary>
    /// <exception cref="IamException">The caller is no longer valid.</exception>
    ValueTask<IAdministrationGate> OpenAsync(CancellationToken cancellationToken) => new(this);

    /// <summary>Throws <c>AccessDenied</c> if the caller may not, given the state the unit of work has reached (ID-242, ID-244).</summary>
    ValueTask CheckAsync(AdministrationWork work, AdministrationCheck check);
}
