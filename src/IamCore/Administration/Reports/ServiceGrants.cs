namespace IamCore.Administration.Reports;

/// <summary>The policies that grant something of a service.</summary>
/// <param name="ServiceNamespace">The service as asked.</param>
/// <param name="Policies">Name and owner of each.</param>
public sealed record ServiceGrants(string ServiceNamespace, ValueList<string> Policies);
