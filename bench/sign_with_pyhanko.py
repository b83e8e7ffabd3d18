"""Signs a field of a PDF as PAdES B-B again and again, in one process, and prints the mean milliseconds.

    python sign_with_pyhanko.py REVISION-0.pdf FIELD KEY.pem CERTIFICATE.pem ROOT.pem TIMES

pyHanko's SimpleSigner reads and checks the key anew, twice for each signature: most of what RSA costs here.
"""

import sys
import time
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

path, field, key, certificate, root, times = sys.argv[1:]
signer = signers.SimpleSigner.load(key, certificate, ca_chain_files=(root,))
metadata = signers.PdfSignatureMetadata(
    field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm='sha256'
)
with open(path, 'rb') as file:
    document = file.read()


def sign():
    writer = IncrementalPdfFileWriter(BytesIO(document))
    signers.PdfSigner(metadata, signer).sign_pdf(writer, existing_fields_only=True)


sign()
began = time.perf_counter()
for _ in range(int(times)):
    sign()
print(1000 * (time.perf_counter() - began) / int(times))
