#!/bin/sh
# Makes a certificate authority of the hall's own, once, and a certificate for the hub signed by it.
# sh certificate.sh FOLDER NAME-OR-ADDRESS [NAME-OR-ADDRESS...]
set -eu
if [ $# -lt 2 ]; then
  echo "usage: sh certificate.sh FOLDER NAME-OR-ADDRESS [NAME-OR-ADDRESS...]" >&2
  exit 2
fi
folder=$1
shift
names=
for name in "$@"; do
  case $name in
    *[!A-Za-z0-9.:*_-]* | *.*:* | *:*[!0-9A-Fa-f:.]* | *[!0-9A-Fa-f:.]*:*)
      echo "$name is neither a name nor an address: leave out the port, and of IPv6 the brackets and the zone" >&2
      exit 2
      ;;
    *:*) kind=IP ;;
    *[!0-9.]*) kind=DNS ;;
    *) kind=IP ;;
  esac
  names="${names:+$names,}$kind:$name"
done
command -v openssl >/dev/null || { echo "openssl is not installed" >&2; exit 1; }
umask 077
mkdir -p "$folder"
cd "$folder"
if [ ! -f hall-ca.key ]; then
  openssl req -x509 -newkey rsa:3072 -sha256 -nodes -days 3650 -subj "/CN=Lundao hall CA" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout hall-ca.key -out hall-ca.crt
fi
openssl req -newkey rsa:2048 -sha256 -nodes -subj "/CN=$1" -keyout hub.key -out hub.csr
printf '%s\n' "subjectAltName=$names" "basicConstraints=CA:FALSE" "extendedKeyUsage=serverAuth" \
  "keyUsage=critical,digitalSignature,keyEncipherment" >hub.ext
# Browsers take no certificate that is valid for longer.
openssl x509 -req -in hub.csr -CA hall-ca.crt -CAkey hall-ca.key -CAcreateserial -sha256 -days 397 \
  -extfile hub.ext -out hub.crt
rm hub.csr hub.ext
chmod 644 hall-ca.crt hub.crt
echo "made $folder/hub.crt and hub.key for $names; let every screen trust $folder/hall-ca.crt"
