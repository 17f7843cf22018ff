using IamCore.Callers;

namespace IamCore.Administration;

/// <summary>The entrance of the caller façade: verifies at each call that the caller is still valid (ID-007).</summary>
internal sealed class CallerGate(IamDirectory directory, Caller caller, IRequestContext host) : IAdministrationGate
{
    /// <summary>Known only once the gate is open.</summary>
    public AdministrationCaller Caller => throw new InvalidOperationException("The gate is not open");

    public async ValueTask<IAdministrationGate> OpenAsync(CancellationToken cancellationToken)
    {
        var resolved = await new CallerResolver(directory.Store, directory.Options).ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        return new OpenGate(directory, resolved, host);
    }

    public ValueTask CheckAsync(AdministrationWork work, AdministrationCheck check) => throw new InvalidOperationException("The gate is not open");
}
