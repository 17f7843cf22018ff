using IamCore.Credentials;

namespace IamCore.Sessions;

/// <summary>Where a workload runs, as reported by the host (ST-110).</summary>
public sealed record WorkloadLocation
{
    /// <summary>The ARN of the instance (<c>ec2:SourceInstanceARN</c>); <see langword="null"/> if unknown.</summary>
    public string? SourceInstanceArn { get; init; }

    /// <summary>The network of the instance (<c>aws:Ec2InstanceSourceVpc</c>); <see langword="null"/> if unknown.</summary>
    public string? SourceVpc { get; init; }

    /// <summary>The private address of the instance (<c>aws:Ec2InstanceSourcePrivateIPv4</c>); <see langword="null"/> if unknown.</summary>
    public string? SourcePrivateIPv4 { get; init; }

    internal IEnumerable<FrozenKey> Keys()
    {
        yield return new("ec2:RoleDelivery", ["2.0"]);
        if (SourceInstanceArn is not null)
        {
            yield return new("ec2:SourceInstanceARN", [SourceInstanceArn]);
        }

        if (SourceVpc is not null)
        {
            yield return new("aws:Ec2InstanceSourceVpc", [SourceVpc]);
        }

        if (SourcePrivateIPv4 is not null)
        {
            yield return new("aws:Ec2InstanceSourcePrivateIPv4", [SourcePrivateIPv4]);
        }
    }
}
